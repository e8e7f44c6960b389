/** Takes the place of the public number before the draw. It breaks the last ties fairly, but not as the draw will. */
export const IMAGINED_NUMBER = '00';
