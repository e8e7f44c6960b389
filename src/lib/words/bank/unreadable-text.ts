import type { Unreadable, UnreadableCode } from '$lib/domain/bank/unreadable';

const sentences: Readonly<Record<UnreadableCode, string>> = {
	missing: "il file non c'è o non si può leggere. Controlli il nome e i permessi.",
	format: 'il file non è un estratto conto camt.053, camt.054 o CBI RH. Chieda alla banca uno di questi formati.',
	encoding: 'i caratteri non sono nella codifica dichiarata. Chieda alla banca il file in UTF-8.',
	'not-xml': 'il file non è XML ben formato. Lo scarichi di nuovo o chieda alla banca un file corretto.',
	truncated: 'il file finisce prima del previsto. Lo scarichi di nuovo dalla banca.',
	doctype: 'il file dichiara un DOCTYPE e per sicurezza non viene letto. Chieda alla banca il file senza DOCTYPE.',
	namespace:
		'il messaggio non è tra quelli ammessi (camt.053.001.02, camt.053.001.08, camt.054.001.02, camt.054.001.08). Chieda alla banca uno di questi.',
	structure: 'il file non ha la struttura di un estratto conto. Chieda alla banca un file corretto.',
	'too-deep': "il file ha più di 64 elementi uno dentro l'altro e per sicurezza non viene letto.",
	'too-large': 'il file, o un testo al suo interno, è troppo grande e per sicurezza non viene letto.'
};

/** Why a file was not read and what to do, in Italian, on one line, with the line of the file where it is known. */
export const unreadableSentence = ({ code, line }: Unreadable): string =>
	line === null ? sentences[code] : `riga ${line}: ${sentences[code]}`;
