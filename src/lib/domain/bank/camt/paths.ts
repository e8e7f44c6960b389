import { shape, type Step } from './shape';

// The place of each value in camt.053 and camt.054, for the two versions that are read.

export type Version = '02' | '08';

const PARTY_NAME = { '02': 'Nm', '08': 'Pty/Nm' } as const;

/** Every element below `AmtDtls` that may hold a rate of exchange. */
const RATES = ['InstdAmt', 'TxAmt', 'CntrValAmt', 'AnncdPstngAmt', 'PrtryAmt'].map(
	(amount) => `AmtDtls/${amount}/CcyXchg/XchgRate`
);

const AMOUNT = { amount: 'Amt', currency: 'Amt/@Ccy', indicator: 'CdtDbtInd' } as const;

const ORIGINAL = {
	originalAmount: 'AmtDtls/InstdAmt/Amt',
	originalCurrency: 'AmtDtls/InstdAmt/Amt/@Ccy',
	rate: ['AmtDtls/CcyXchg/XchgRate', ...RATES]
} as const;

const TRANSACTION_CODE = {
	domain: 'BkTxCd/Domn/Cd',
	family: 'BkTxCd/Domn/Fmly/Cd',
	subFamily: 'BkTxCd/Domn/Fmly/SubFmlyCd',
	bankCode: 'BkTxCd/Prtry/Cd'
} as const;

const partPaths = (version: Version) => ({
	...ORIGINAL,
	...TRANSACTION_CODE,
	// Version 02 has no amount of a transaction but the one in its details.
	...(version === '02' ? { amount: [], currency: [], indicator: [] } : AMOUNT),
	transactionAmount: 'AmtDtls/TxAmt/Amt',
	transactionCurrency: 'AmtDtls/TxAmt/Amt/@Ccy',
	endToEnd: 'Refs/EndToEndId',
	reference: 'RmtInf/Strd/CdtrRefInf/Ref[]',
	text: 'RmtInf/Ustrd[]',
	info: 'AddtlTxInf',
	debtorName: `RltdPties/Dbtr/${PARTY_NAME[version]}`,
	debtorIban: 'RltdPties/DbtrAcct/Id/IBAN',
	creditorName: `RltdPties/Cdtr/${PARTY_NAME[version]}`,
	creditorIban: 'RltdPties/CdtrAcct/Id/IBAN'
});

const BATCH = {
	paymentId: 'PmtInfId',
	messageId: 'MsgId',
	count: 'NbOfTxs',
	amount: 'TtlAmt',
	currency: 'TtlAmt/@Ccy',
	indicator: 'CdtDbtInd'
} as const;

const entryPaths = (version: Version) => ({
	...AMOUNT,
	...ORIGINAL,
	...TRANSACTION_CODE,
	status: version === '02' ? 'Sts' : 'Sts/Cd',
	ownStatus: version === '02' ? [] : 'Sts/Prtry',
	entryRef: 'NtryRef',
	bankRef: 'AcctSvcrRef',
	reversal: 'RvslInd',
	booked: 'BookgDt',
	bookedDay: 'BookgDt/Dt',
	bookedTime: 'BookgDt/DtTm',
	value: 'ValDt',
	valueDay: 'ValDt/Dt',
	valueTime: 'ValDt/DtTm',
	text: 'AddtlNtryInf'
});

const BALANCE = {
	...AMOUNT,
	kind: 'Tp/CdOrPrtry/Cd',
	date: 'Dt',
	dateDay: 'Dt/Dt',
	dateTime: 'Dt/DtTm'
} as const;

const STATEMENT = {
	id: 'Id',
	electronicNumber: 'ElctrncSeqNb',
	legalNumber: 'LglSeqNb',
	created: 'CreDtTm',
	from: 'FrToDt/FrDtTm',
	to: 'FrToDt/ToDtTm',
	copy: 'CpyDplctInd',
	iban: 'Acct/Id/IBAN',
	account: 'Acct/Id/Othr/Id',
	currency: 'Acct/Ccy'
} as const;

const HEADER = { header: 'GrpHdr', id: 'GrpHdr/MsgId', created: 'GrpHdr/CreDtTm' } as const;

export type PartKey = keyof ReturnType<typeof partPaths>;
export type BatchKey = keyof typeof BATCH;
export type EntryKey = keyof ReturnType<typeof entryPaths>;
export type BalanceKey = keyof typeof BALANCE;
export type StatementKey = keyof typeof STATEMENT;
export type HeaderKey = keyof typeof HEADER;

/** The whole of a message, from the child of `Document` down. @param name `Stmt` or `Ntfctn` */
export function messageShape(version: Version, name: string): Step {
	const details = shape({}, { Btch: shape(BATCH), TxDtls: shape(partPaths(version)) });
	const entry = shape(entryPaths(version), { NtryDtls: details });
	return shape(HEADER, { [name]: shape(STATEMENT, { Bal: shape(BALANCE), Ntry: entry }) });
}
