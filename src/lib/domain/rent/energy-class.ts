/** Classes of the energy certificate (DM 26 June 2015), best first. */
export const energyClasses = ['A4', 'A3', 'A2', 'A1', 'B', 'C', 'D', 'E', 'F', 'G'] as const;
