// Builds camt files from small pieces of XML, right unless a piece is given.

export const IBAN = 'IT60X0542811101000000123456';

export const money = (amount: string, indicator = 'CRDT', currency = 'EUR') =>
	`<Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${indicator}</CdtDbtInd>`;

export const balance = (code: string, own = money('0'), date = '<Dt><Dt>2024-03-01</Dt></Dt>') =>
	`<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${own}${date}</Bal>`;

interface EntryPieces {
	readonly money?: string;
	readonly status?: string;
	readonly booked?: string;
	readonly rest?: string;
}

/** A booked entry; 10.00 euros in if nothing else is said. */
export const entry = ({ money: own, status, booked, rest = '' }: EntryPieces = {}) =>
	`<Ntry>${own ?? money('10.00')}${status ?? '<Sts><Cd>BOOK</Cd></Sts>'}${booked ?? '<BookgDt><Dt>2024-03-01</Dt></BookgDt>'}${rest}</Ntry>`;

/** An entry with these `TxDtls`, in one `NtryDtls`. */
export const entryOf = (parts: readonly string[], own = money('10.00'), batch = '') =>
	entry({
		money: own,
		rest: `<NtryDtls>${batch}${parts.map((part) => `<TxDtls>${part}</TxDtls>`).join('')}</NtryDtls>`
	});

interface StatementPieces {
	readonly id?: string;
	readonly account?: string;
	readonly balances?: string;
	readonly entries?: readonly string[];
	readonly rest?: string;
}

export const account = `<Acct><Id><IBAN>${IBAN}</IBAN></Id><Ccy>EUR</Ccy></Acct>`;

/** @param name `Stmt` or `Ntfctn` */
export const statement = (pieces: StatementPieces = {}, name = 'Stmt') => {
	const { id = '<Id>S1</Id>', entries = [], rest = '' } = pieces;
	const balances = pieces.balances ?? balance('OPBD') + balance('CLBD', money(`${entries.length * 10}.00`));
	return `<${name}>${id}${pieces.account ?? account}${balances}${entries.join('')}${rest}</${name}>`;
};

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

export const documentOf = (content: string, format = 'camt.053.001.08') => {
	const message = format.startsWith('camt.054') ? 'BkToCstmrDbtCdtNtfctn' : 'BkToCstmrStmt';
	return `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${format}"><${message}>${content}</${message}></Document>`;
};

/** A file of one statement. */
export const camt = (pieces: StatementPieces = {}, format = 'camt.053.001.08') =>
	DECLARATION + documentOf(statement(pieces, format.startsWith('camt.054') ? 'Ntfctn' : 'Stmt'), format);
