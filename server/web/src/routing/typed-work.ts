/** Forms in which something was typed that is nowhere else yet. */
const forms = new Set<object>();

/** Notes that something was typed into a form, until the function that it gives is called. */
export function noteTyped(): () => void {
  const form = {};
  forms.add(form);
  return () => {
    forms.delete(form);
  };
}

/** Whether anything was typed on the page that would go with it. */
export function isAnythingTyped(): boolean {
  return forms.size > 0;
}
