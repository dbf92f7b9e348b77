import { useSyncExternalStore } from 'react';

type Theme = 'light' | 'dark';

const KEY = 'theme';
const CHANGED = 'themechange';
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');

const kept = (): string | null => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // the browser's settings forbid storage
  }
};

const chosen = (): Theme | undefined => {
  const theme = document.documentElement.dataset['theme'] ?? kept();
  return theme === 'light' || theme === 'dark' ? theme : undefined;
};

const themeNow = (): Theme => chosen() ?? (prefersDark.matches ? 'dark' : 'light');

/** Shows what was chosen on an earlier visit. */
export const restoreTheme = (): void => {
  const theme = chosen();
  if (theme !== undefined) document.documentElement.dataset['theme'] = theme;
};

const choose = (theme: Theme): void => {
  document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // the choice lasts until the page is closed
  }
  window.dispatchEvent(new Event(CHANGED));
};

const subscribeToTheme = (onChange: () => void): (() => void) => {
  window.addEventListener(CHANGED, onChange);
  prefersDark.addEventListener('change', onChange);
  return () => {
    window.removeEventListener(CHANGED, onChange);
    prefersDark.removeEventListener('change', onChange);
  };
};

/** The theme shown: what was chosen, or what the system prefers. */
export const useTheme = () => {
  const theme = useSyncExternalStore(subscribeToTheme, themeNow);
  return { theme, toggle: () => choose(theme === 'dark' ? 'light' : 'dark') };
};
