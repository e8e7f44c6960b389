import type { RoundKind } from '$lib/domain/rounds/round-kind';
import { m } from '$lib/paraglide/messages';

const kinds: Record<RoundKind, () => string> = {
	provisional: m.round_kind_provisional,
	corrected: m.round_kind_corrected,
	final: m.round_kind_final
};

export const kindName = (kind: RoundKind): string => kinds[kind]();
