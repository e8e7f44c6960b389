import type { ControlOutcome } from '$lib/domain/controls/control';
import type { Stratum } from '$lib/domain/controls/sampling-rules';
import { m } from '$lib/paraglide/messages';

export const stratumName: Readonly<Record<Stratum, () => string>> = {
	ordinary: m.sample_stratum_ordinary,
	raised: m.sample_stratum_raised,
	high: m.sample_stratum_high
};

export const controlOutcomeName: Readonly<Record<ControlOutcome, () => string>> = {
	confirmed: m.control_outcome_confirmed,
	corrected: m.control_outcome_corrected,
	'false-declared': m.control_outcome_false_declared
};
