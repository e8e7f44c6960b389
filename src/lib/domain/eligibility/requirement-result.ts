import type { ResultOf } from './requirement';
import { requirements } from './requirements';

export type RequirementId = (typeof requirements)[number]['id'];

/** The order in which pages list and judge requirements. */
export const requirementOrder: readonly RequirementId[] = requirements.map(({ id }) => id);

export type RequirementResult = ResultOf<RequirementId>;
