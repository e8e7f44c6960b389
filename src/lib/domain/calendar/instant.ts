/** A moment, as ISO 8601 text in UTC with milliseconds: `2026-11-22T20:53:08.000Z`. Sorts as text. */
export type Instant = string;

/** A calendar day, as ISO 8601 text: `2026-11-22`. Sorts as text. */
export type Day = string;
