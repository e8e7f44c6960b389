import { suitsWheelchair } from './fit';
import type { Measures } from './measures';

/** First who needs an accessible dwelling, then who can use it, then everybody (allocation.md). */
const accessibleFor: readonly string[] = ['wheelchair', 'reduced-mobility'];

/** The categories a dwelling is set aside for in a notice, in order; none: it is for everybody. */
export const setAsideFor = (measures: Measures): readonly string[] => (suitsWheelchair(measures) ? accessibleFor : []);
