import type { Rolldown } from 'vite';

// Few files instead of a hundred small ones: what several pages share is one file per circle of people.
// What only one page needs stays in that page's file.

interface Graph {
  getModuleInfo(id: string): Rolldown.ModuleInfo | null;
}

const group = (debugName: string, priority: number, takes: (name: string) => boolean) => ({
  debugName,
  priority,
  name: (id: string, graph: Graph) => {
    const name = chunkOf(id, graph);
    return name && takes(name) ? name : null;
  },
});

/** Groups for `output.codeSplitting`. The more people need a module, the sooner its group takes it. */
export const chunks = [
  group('base', 6, name => name === 'base'),
  group('start', 5, name => name === 'start'),
  group('media', 4, name => name === 'media'),
  group('call', 3, name => name === 'call'),
  group('shared', 2, name => name === 'shared'),
  group('two circles', 1, name => name.includes('-')),
  group('one circle', 0, () => true),
];

function chunkOf(id: string, graph: Graph): string | null {
  const roots = [...rootsOf(id, graph)];
  const circles = [...new Set(roots.map(circleOf))].sort();
  const isForGuests = circles.includes('guest');
  if (circles.includes('start')) return isForGuests ? 'base' : 'start';
  if (roots.length < 2) return null;
  if (circles.length === 1) return isForGuests ? null : (circles[0] ?? null);
  if (isForGuests) return forGuests(roots, circles);
  return circles.length > 2 ? 'shared' : circles.join('-');
}

/** The page of guests has the smallest budget; staff needs little of what calls need. */
function forGuests(roots: string[], circles: string[]): string {
  if (!roots.some(root => root.endsWith('gast.html'))) return 'call';
  return circles.includes('staff') || circles.includes('billing') ? 'base' : 'media';
}

/** The entries and the lazily loaded pages that need the module at once. */
function rootsOf(id: string, graph: Graph): Set<string> {
  const roots = new Set<string>();
  const seen = new Set<string>();
  const climb = (module: string) => {
    if (seen.has(module)) return;
    seen.add(module);
    const info = graph.getModuleInfo(module);
    if (info && (info.isEntry || info.dynamicImporters.length > 0)) roots.add(module);
    info?.importers.forEach(climb);
  };
  climb(id);
  return roots;
}

function circleOf(root: string): string {
  if (root.endsWith('index.html')) return 'start';
  if (/\/views\/coordinator\/(billing|tariffs)\//.test(root)) return 'billing';
  if (/\/views\/(administrator|coordinator)\//.test(root)) return 'staff';
  return /\/views\/(\w+)\//.exec(root)?.[1] ?? 'guest';
}
