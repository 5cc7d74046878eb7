/**
 * What had the focus may be gone once an action is done; then the focus goes to the part of the page it was in. A dialog
 * gives the focus back first, and fresh rows come later still.
 */
export function focusBack(part: string): void {
  const back = () => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>(part)?.focus();
  };
  for (const wait of [50, 200, 500, 1500]) setTimeout(back, wait);
}
