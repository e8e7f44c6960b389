/** An instant as ISO 8601 text in UTC with milliseconds: `2026-11-22T20:53:08.000Z`. It sorts as text. */
export type Instant = string;

/** A calendar day as ISO 8601 text: `2026-11-22`. It sorts as text. */
export type Day = string;
