import type { Fault, FaultCode, FaultDetail, Subject } from '$lib/domain/bank/faults';
import { amountText } from './amount-text';

// Bank files are Italian papers, and the office that reads these sentences is Italian: they have one language.

const ASK = 'chieda alla banca un estratto corretto';

const AMOUNTS: Partial<Record<Subject, string>> = {
	opening: 'del saldo iniziale',
	closing: 'del saldo finale',
	batch: 'totale del gruppo',
	part: 'della parte',
	original: 'originale',
	account: 'del conto'
};
const DATES: Partial<Record<Subject, string>> = {
	booked: 'di contabilizzazione',
	value: 'della valuta',
	opening: 'del saldo iniziale',
	closing: 'del saldo finale',
	from: 'di inizio del periodo',
	to: 'di fine del periodo',
	flow: 'del flusso'
};

const amountOf = ({ of }: FaultDetail): string => (of && AMOUNTS[of]) ?? 'del movimento';
const dateOf = ({ of }: FaultDetail): string => (of && DATES[of]) ?? '';
const declared = ({ declared: cents = 0, currency }: FaultDetail): string => amountText(cents, currency);
const found = ({ found: cents = 0, currency }: FaultDetail): string => amountText(cents, currency);

const sentences: Readonly<Record<FaultCode, (about: FaultDetail) => string>> = {
	'amount-invalid': (about) => `L'importo ${amountOf(about)} non è un numero valido: ${ASK} prima di registrare.`,
	'amount-negative': (about) =>
		`L'importo ${amountOf(about)} ha il segno meno, che qui non è ammesso: ${ASK} prima di registrare.`,
	'amount-precision': (about) =>
		`L'importo ${amountOf(about)} ha più di due decimali e non viene arrotondato: ${ASK} prima di registrare.`,
	'indicator-invalid': (about) =>
		about.of === 'reversal'
			? `Non è chiaro se il movimento è uno storno: ${ASK}.`
			: `Non è scritto se l'importo ${amountOf(about)} è a credito o a debito: ${ASK}.`,
	'date-invalid': (about) => `La data ${dateOf(about)} non esiste nel calendario: ${ASK}.`,
	'date-missing': (about) => `Manca la data ${dateOf(about)}: ${ASK}.`,
	'currency-missing': (about) => `Manca la valuta dell'importo ${amountOf(about)}: ${ASK}.`,
	'currency-unknown': ({ text }) => `La valuta ${text} non è tra quelle conosciute: verifichi con la banca.`,
	'currency-differs': ({ text, currency }) =>
		`L'importo è in ${text} e l'estratto in ${currency}: lo registri a parte, dopo avere verificato il cambio.`,
	'opening-missing': () => `Manca il saldo iniziale, quindi i movimenti non si possono verificare: ${ASK}.`,
	'closing-missing': () => `Manca il saldo finale, quindi i movimenti non si possono verificare: ${ASK}.`,
	'balance-repeated': () => `Lo stesso saldo compare due volte e vale il primo: verifichi con la banca quale è giusto.`,
	'balance-mismatch': (about) =>
		`Il saldo finale non torna: saldo iniziale e movimenti danno ${found(about)}, l'estratto dice ${declared(about)}. Chieda alla banca un estratto corretto prima di registrare.`,
	'batch-sum': (about) =>
		`La somma delle parti (${found(about)}) è diversa dall'importo del movimento (${declared(about)}). Non registri il movimento prima di avere chiarito con la banca.`,
	'batch-total': (about) =>
		`Il totale dichiarato del gruppo (${declared(about)}) è diverso dalla somma delle sue parti (${found(about)}): chieda alla banca quale delle due è giusta.`,
	'batch-count': ({ text, found: count }) =>
		`Il gruppo dichiara ${text} operazioni e ne contiene ${count}: chieda alla banca se ne manca qualcuna.`,
	'part-amount-missing': () =>
		`Questa parte del movimento non ha un importo nella valuta del movimento: lo chieda alla banca prima di abbinare.`,
	'reference-repeated': () =>
		`Lo stesso riferimento della banca compare due volte nell'estratto: controlli che non sia un doppione.`,
	'reference-invalid': ({ text }) =>
		`Il riferimento ${text} non supera il controllo: verifichi con l'inquilino prima di abbinare.`,
	'iban-invalid': ({ of, text }) =>
		`L'IBAN ${text} non supera il controllo: verifichi con ${of === 'account' ? 'la banca' : "l'inquilino"} prima di abbinare.`,
	'account-missing': () => `Non è scritto di quale conto è l'estratto: ${ASK}.`,
	'id-missing': () => `L'estratto non ha un identificativo, quindi un doppione non si riconosce: ${ASK}.`,
	'status-missing': () => `Un movimento non dice se è contabilizzato e non viene contato: verifichi con la banca.`,
	'statement-repeated': () => `Lo stesso estratto compare due volte nel file: registri solo quello giusto.`,
	'count-mismatch': () =>
		`Il record di coda non conta i conti e i record che il flusso contiene: chieda alla banca se ne manca qualcuno.`,
	'record-unknown': () => `Il file contiene un record di tipo sconosciuto, che è stato saltato: verifichi con la banca.`
};

/** A sentence in Italian for the office: the fault, and what to do. */
export const faultSentence = ({ code, detail }: Pick<Fault, 'code' | 'detail'>): string => sentences[code](detail);
