let region: HTMLElement | undefined;

/**
 * Says something at once, also while a dialog is open: react-aria hides the rest of the page from screen readers
 * then, but not what is marked as a live announcer.
 */
export function announce(text: string): void {
  region ??= build();
  const line = document.createElement('p');
  line.textContent = text;
  region.replaceChildren(line);
  setTimeout(() => line.remove(), 10_000);
}

function build(): HTMLElement {
  const node = document.createElement('div');
  node.className = 'sr-only';
  node.setAttribute('aria-live', 'assertive');
  node.dataset.liveAnnouncer = 'true';
  document.body.append(node);
  return node;
}

/** The region has to be there before the first text, or screen readers miss it. */
export function prepareAnnouncer(): void {
  region ??= build();
}
