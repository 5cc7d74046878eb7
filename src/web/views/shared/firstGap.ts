/** Leads to the first thing of a form that is missing or wrong. */
export function focusFirstGap(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] input, [data-gap]')?.focus();
}
