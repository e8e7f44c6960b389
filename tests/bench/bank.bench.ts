import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * `bank check` on statements of 100,000 and 300,000 entries, as a process of its own: how long it takes, and the most
 * memory that the process has used, according to the kernel. Numbers are printed and never asserted.
 */
const SIZES = [1_000, 100_000, 300_000];
const command = join(import.meta.dirname, 'cli.js');
const folder = mkdtempSync(join(tmpdir(), 'chiavi-bench-'));

const CENTS = 65_000;
const amount = (cents: number) => `<Amt Ccy="EUR">${(cents / 100).toFixed(2)}</Amt><CdtDbtInd>CRDT</CdtDbtInd>`;
const day = (name: string) => `<${name}><Dt>2024-03-01</Dt></${name}>`;
const balance = (code: string, cents: number) =>
	`<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amount(cents)}<Dt><Dt>2024-03-01</Dt></Dt></Bal>\n`;

/** @param wrong gives each entry four faults, so that the list of faults is as long as the statement */
const entry = (number: number, wrong: boolean) => `<Ntry>
 ${amount(CENTS)}
 <Sts><Cd>BOOK</Cd></Sts>
 ${wrong ? '<BookgDt><Dt>2024-02-30</Dt></BookgDt>' : day('BookgDt')}${day('ValDt')}
 <AcctSvcrRef>${wrong ? 'TRN' : `TRN-2024-03-01-${number}`}</AcctSvcrRef>
 <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
 <NtryDtls><TxDtls>
  <Refs><EndToEndId>CHIAVI-2024-03-${number}</EndToEndId></Refs>
  <RltdPties><Dbtr><Pty><Nm>Esempio di nome ${number}</Nm></Pty></Dbtr>
  <DbtrAcct><Id><IBAN>${wrong ? 'IT61' : 'IT60'}X0542811101000000123456</IBAN></Id></DbtrAcct></RltdPties>
  <RmtInf><Ustrd>Canone di marzo 2024</Ustrd><Ustrd>alloggio ${number}</Ustrd>
  <Strd><CdtrRefInf><Ref>${wrong ? 'RF74' : 'RF73'}CANONE0012</Ref></CdtrRefInf></Strd></RmtInf>
 </TxDtls></NtryDtls>
 <AddtlNtryInf>Bonifico a vostro favore numero ${number}</AddtlNtryInf>
</Ntry>
`;

function writeStatement(path: string, entries: number, wrong: boolean): void {
	const file = openSync(path, 'w');
	writeSync(file, '<?xml version="1.0" encoding="UTF-8"?>\n');
	writeSync(file, '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>S</Id>\n');
	writeSync(file, '<Acct><Id><IBAN>IT60X0542811101000000123456</IBAN></Id><Ccy>EUR</Ccy></Acct>\n');
	writeSync(file, balance('OPBD', 0) + balance('CLBD', entries * CENTS));
	for (let from = 0; from < entries; from += 1000) {
		const numbers = Array.from({ length: Math.min(1000, entries - from) }, (_, at) => from + at);
		writeSync(file, numbers.map((number) => entry(number, wrong)).join(''));
	}
	writeSync(file, '</Stmt></BkToCstmrStmt></Document>\n');
	closeSync(file);
}

/** The most memory that a process has used so far, in MB; 0 once it has ended. */
function peakOf(pid: number): number {
	try {
		return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
	} catch {
		return 0;
	}
}

async function measure(path: string) {
	const begun = performance.now();
	const child = spawn(process.execPath, [command, 'bank', 'check', path], { stdio: ['ignore', 'pipe', 'inherit'] });
	let peak = 0;
	let printed = 0;
	const watch = setInterval(() => (peak = Math.max(peak, peakOf(child.pid!))), 10);
	child.stdout.on('data', (bytes: Buffer) => (printed += bytes.length));
	const exit = await new Promise<number | null>((resolve) => child.on('close', resolve));
	clearInterval(watch);
	return { exit, peak, printed, seconds: (performance.now() - begun) / 1000 };
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

try {
	for (const wrong of [false, true]) {
		for (const entries of SIZES) {
			const path = join(folder, 'statement.xml');
			writeStatement(path, entries, wrong);
			const { exit, peak, printed, seconds } = await measure(path);
			const file = `${String(entries).padStart(7)} entries${wrong ? ', each wrong' : ''}`;
			process.stdout.write(
				`${file.padEnd(28)} ${megabytes(statSync(path).size)} read, ${megabytes(printed)} printed, exit ${exit}, ${seconds.toFixed(1)} s, peak ${peak} MB\n`
			);
		}
	}
} finally {
	rmSync(folder, { recursive: true });
}
