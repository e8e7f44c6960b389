import type { Check } from '../check';
import { admitted } from './admitted';
import { balances } from './balances';
import { classes } from './classes';
import { days } from './days';
import { financing } from './financing';
import { indicators } from './indicators';
import { nature } from './nature';
import { parents } from './parents';
import { payments } from './payments';
import { presence } from './presence';
import { programmes } from './programmes';
import { timetable } from './timetable';

/** The register of projects' codes (CUP) is not in the file, so 012 never runs. */
export const NEVER_RUN = '012';

/** The numbered checks of a project. 031 concerns none and stands with the days. */
export const checks: readonly Check[] = [
	...presence,
	...classes,
	...nature,
	...programmes,
	...payments,
	...financing,
	...admitted,
	...days,
	...timetable,
	...indicators,
	...parents,
	...balances
];
