export type Theme = 'system' | 'light' | 'dark';
const key = 'videodolmetschen.theme';

export function readTheme(): Theme {
  const stored = localStorage.getItem(key);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function applyTheme(theme: Theme = readTheme()): void {
  if (theme === 'system') {
    localStorage.removeItem(key);
    delete document.documentElement.dataset.kernTheme;
  } else {
    localStorage.setItem(key, theme);
    document.documentElement.dataset.kernTheme = theme;
  }
}
