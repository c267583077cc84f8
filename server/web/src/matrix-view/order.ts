/** In which order rows or columns stand, other than that of the codebook. */
export interface Order {
  readonly isDescending: boolean;
  /** By the totals, by how far the reading got, or by the member of the other axis that is named in `member`. */
  readonly by: 'total' | 'read' | 'member';
  readonly member?: string;
}

/** "desc.total", "asc.read", "desc:cost"; undefined for what is no order. */
export function parseOrder(text: string | null): Order | undefined {
  const match = /^(?<direction>asc|desc)(?:\.(?<by>total|read)|:(?<member>.+))$/su.exec(text ?? '');
  if (!match?.groups) return undefined;
  const { direction, by, member } = match.groups;
  const isDescending = direction === 'desc';
  if (member !== undefined) return { isDescending, by: 'member', member };
  return { isDescending, by: by === 'read' ? 'read' : 'total' };
}

/** The text that `parseOrder` takes back to the order. */
export function formatOrder({ isDescending, by, member }: Order): string {
  const direction = isDescending ? 'desc' : 'asc';
  return by === 'member' ? `${direction}:${member}` : `${direction}.${by}`;
}

/** What a head sorts by. */
export type OrderKey = Pick<Order, 'by' | 'member'>;

/** Whether an order goes by this key. */
export function isOrderedBy(order: Order | undefined, key: OrderKey): order is Order {
  return order !== undefined && order.by === key.by && order.member === key.member;
}

/** The order after one more press of a head: first the most, then the least, then that of the codebook again. */
export function nextOrder(order: Order | undefined, key: OrderKey): Order | undefined {
  if (!isOrderedBy(order, key)) return { ...key, isDescending: true };
  return order.isDescending ? { ...key, isDescending: false } : undefined;
}
