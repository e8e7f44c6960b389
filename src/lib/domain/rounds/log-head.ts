const LINE = /^log ((?:0|[1-9]\d*):[0-9a-f]{64})$/m;

/**
 * The line of a statement that names the newest entry of the audit log when the version was signed, `number:hash`. A
 * statement from before this line existed has none.
 */
export const logLines = (head: string | null): string[] => (head === null ? [] : [`log ${head}`]);

/** The head of the log that a statement names; null where it names none. */
export const signedHead = (statement: string): string | null => LINE.exec(statement)?.[1] ?? null;
