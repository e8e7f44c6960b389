import { suitsWheelchair } from './fit';
import type { Measures } from './measures';

/**
 * First households that need an accessible dwelling, then those that can use one, then everybody (docs/domain-rules.md, round 2).
 */
export const ACCESSIBLE_FOR: readonly string[] = ['wheelchair', 'reduced-mobility'];

/** The categories that a dwelling is set aside for in a notice, in order. None: it is for everybody. */
export const setAsideFor = (measures: Measures): readonly string[] => (suitsWheelchair(measures) ? ACCESSIBLE_FOR : []);
