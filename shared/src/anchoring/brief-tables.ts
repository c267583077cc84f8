/** Room for the tables of one piece of work; what needs more has tables of its own. */
const SIZE = 2 ** 19;
const ALIGNED = 8;

let room: ArrayBuffer | undefined;
let used = 0;
let works = 0;

/**
 * Does work that takes tables which nobody needs once it is done, and must not: the next work has the same memory.
 *
 * Thousands of searches take some ten tables each; to be given new memory for each of them takes a tenth of their time.
 */
export function withBriefTables<Result>(work: () => Result): Result {
  const before = used;
  works += 1;
  try {
    return work();
  } finally {
    works -= 1;
    used = before;
  }
}

interface TableKind<Table> {
  readonly BYTES_PER_ELEMENT: number;
  new (size: number): Table;
  new (memory: ArrayBuffer, from: number, size: number): Table;
}

function tablesOf<Table extends { fill(value: number): Table }>(
  Kind: TableKind<Table>,
): (size: number) => Table {
  return (size) => {
    const from = used;
    const to = from + size * Kind.BYTES_PER_ELEMENT;
    if (works === 0 || to > SIZE) return new Kind(size);
    room ??= new ArrayBuffer(SIZE);
    used = Math.ceil(to / ALIGNED) * ALIGNED;
    return new Kind(room, from, size).fill(0);
  };
}

/** Tables of zeros, for as long as `withBriefTables` lasts; outside of it for as long as one likes. */
export const briefInt32s = tablesOf(Int32Array);
export const briefUint32s = tablesOf(Uint32Array);
export const briefUint8s = tablesOf(Uint8Array);
export const briefFloat32s = tablesOf(Float32Array);
