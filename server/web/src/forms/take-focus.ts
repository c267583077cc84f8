/** A `ref` that takes the focus along to what took the place of the thing that had it. */
export const takeFocus = (element: HTMLElement | null): void => element?.focus();
