/** Signs that break a line, or turn it so that another ending is read. */
const INVISIBLE = /\p{C}/gu;
const LONGEST = 80;

/** The name of a file that a person sent, as a sentence of the portal shows it; empty where it has no sign that is seen. */
export const shownFileName = (name: string): string => [...name.replaceAll(INVISIBLE, '')].slice(0, LONGEST).join('');
