/*
 * What is sent into a page so that it never comes to rest. Each of these functions stands alone.
 */

interface World {
  changing: { turns: number; fewest: number; isOver: boolean };
}

/**
 * Changes the page, the length of its text too, in every turn that it gets, or with a pause of so many milliseconds; looks
 * in each frame how many passages are drawn at nodes that are there. There is a field at its head to type in.
 */
export function keepChanging(pauseMs: number): void {
  const changing = { turns: 0, fewest: Infinity, isOver: false };
  (globalThis as unknown as World).changing = changing;
  const [field, ticker] = [document.createElement('textarea'), document.createElement('p')];
  field.id = 'notitie';
  document.body.prepend(field, ticker);
  field.focus({ preventScroll: true });
  const { port1, port2 } = new MessageChannel();
  const change = () => {
    changing.turns += 1;
    ticker.textContent = `Stand ${2 ** (changing.turns % 50)}`;
    if (changing.isOver) return;
    if (pauseMs > 0) setTimeout(change, pauseMs);
    else port2.postMessage(undefined);
  };
  port1.onmessage = change;
  change();
  const look = () => {
    const there = [...CSS.highlights]
      .flatMap(([, highlight]) => [...highlight])
      .filter(({ startContainer }) => startContainer.isConnected);
    changing.fewest = Math.min(changing.fewest, there.length);
    if (!changing.isOver) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Puts another node in the place of one in which these words of a passage are drawn. */
export function replaceNode(words: string): void {
  const node = [...CSS.highlights]
    .flatMap(([, highlight]) => [...highlight])
    .map(({ startContainer }) => startContainer)
    .find(({ textContent }) => textContent?.replace(/\s+/gu, ' ').includes(words)) as Text;
  node.replaceWith(node.data);
}

/** Ends the changes; how often there were some, the fewest passages that were drawn, and what was typed. */
export function stopChanging() {
  const { changing } = globalThis as unknown as World;
  changing.isOver = true;
  const field = document.querySelector<HTMLTextAreaElement>('#notitie');
  return { turns: changing.turns, fewest: changing.fewest, typed: field?.value };
}
