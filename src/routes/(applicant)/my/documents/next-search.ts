/** The end of an address that leads on to `next`; empty where nobody came from elsewhere. */
export const nextSearch = (next: string | null): string => (next ? `&next=${encodeURIComponent(next)}` : '');
