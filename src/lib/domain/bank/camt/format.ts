import type { CamtFormat } from '../statement';
import { messageShape, type Version } from './paths';
import type { Step } from './shape';

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:';

/** The points in which the four messages that are read differ. */
export interface CamtKind {
	readonly format: CamtFormat;
	readonly version: Version;
	/** A notification has no balances. */
	readonly hasBalances: boolean;
	/** The name of the child of `Document`. */
	readonly message: string;
	/** The name of a statement or a notification. */
	readonly statement: string;
}

const STATEMENTS = { hasBalances: true, message: 'BkToCstmrStmt', statement: 'Stmt' } as const;
const NOTIFICATIONS = { hasBalances: false, message: 'BkToCstmrDbtCdtNtfctn', statement: 'Ntfctn' } as const;

const KINDS: readonly CamtKind[] = [
	{ format: 'camt.053.001.02', version: '02', ...STATEMENTS },
	{ format: 'camt.053.001.08', version: '08', ...STATEMENTS },
	{ format: 'camt.054.001.02', version: '02', ...NOTIFICATIONS },
	{ format: 'camt.054.001.08', version: '08', ...NOTIFICATIONS }
];

/** The kind of a file by the namespace of its root; undefined for any other file. */
export const kindOf = (namespace: string): CamtKind | undefined =>
	KINDS.find(({ format }) => namespace === NAMESPACE + format);

export const shapeOf = ({ version, statement }: CamtKind): Step => messageShape(version, statement);
