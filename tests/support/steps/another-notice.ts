import SQLite from 'better-sqlite3';
import type { Portal } from '../server';

const ID = '00000000-0000-7000-8000-00000000a002';

/** Opens a second notice beside the demo's open one, with some of its homes and its rules. */
export function openAnotherNotice({ databaseUrl }: Portal, title: string): void {
	const file = new SQLite(databaseUrl.replace('sqlite:', ''), { timeout: 5_000 });
	const row = file.prepare(`select * from notices where code = 'AGENZIA-2'`).get() as Record<string, unknown>;
	const insert = (table: string, values: Record<string, unknown>) =>
		file
			.prepare(
				`insert into ${table} (${Object.keys(values).join()}) values (${Object.keys(values)
					.map(() => '?')
					.join()})`
			)
			.run(Object.values(values));
	file.transaction(() => {
		insert('notices', { ...row, id: ID, code: 'AGENZIA-3', title_it: title, title_en: title });
		const opened = `select * from notice_events where notice_id = ? and event in ('drafted', 'opened') order by id`;
		for (const [index, event] of file.prepare(opened).all(row['id']).entries())
			insert('notice_events', { ...(event as object), id: `${ID.slice(0, -1)}${index + 3}`, notice_id: ID });
		const homes = `(select dwelling_id from notice_dwellings where notice_id = @first order by dwelling_id limit 8)`;
		file
			.prepare(`update notice_dwellings set notice_id = @id where dwelling_id in ${homes}`)
			.run({ id: ID, first: row['id'] });
	})();
	file.close();
}
