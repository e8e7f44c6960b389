/** Stands in for the public number before the draw: it breaks the last ties, fairly and not as the draw will. */
export const IMAGINED_NUMBER = '00';
