import { createAccount, givenRoles } from '$lib/server/platform/accounts/administer';
import { personName } from '$lib/server/platform/accounts/person-name';
import { system } from '$lib/server/platform/auth/actor';
import { now } from '$lib/server/clock';
import { closeDatabase, transact } from '$lib/server/platform/db/app';
import type { Command } from './command';

const USAGE = `Usage: node build/cli.js user add EMAIL NAME ROLE, where ROLE is one of ${givenRoles.join(', ')}\n`;

export const user: Command = {
	name: 'user',
	usage: 'add EMAIL NAME ROLE',
	help: 'Makes an account of the agency, such as the first administrator, and mails the link to choose a password.',
	async run([act, email = '', name = '', role = '', ...rest]) {
		const named = personName.safeParse(name);
		const given = givenRoles.find((known) => known === role);
		if (act !== 'add' || !/^[^\s@]+@[^\s@]+$/.test(email) || !named.success || !given || rest.length > 0) {
			process.stderr.write(USAGE);
			return 2;
		}
		const account = { email, name: named.data, role: given, organisationId: null };
		try {
			const created = await transact((trx) => createAccount(trx, account, system, now()));
			if (created.ok) {
				process.stdout.write(`The account is made; the link to choose a password leaves when the portal runs.\n`);
				return 0;
			}
			process.stderr.write('There is an account with that address already.\n');
			return 1;
		} finally {
			await closeDatabase();
		}
	}
};
