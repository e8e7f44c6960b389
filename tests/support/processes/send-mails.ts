import { createDatabase } from '$lib/server/platform/db/database';
import { appIoSender } from '$lib/server/platform/mail/news/app-io';
import { sendDueMails } from '$lib/server/platform/mail/send-due';
import { smtpTransport } from '$lib/server/platform/mail/transport';

// Sends what is due in the outbox, once, as a process of its own: `send-mails DATABASE SMTP FROM NOW [APP IO]`. two-senders.test.ts
// and two-askers.test.ts kill it between the answer of a server and its own record.

const [databaseUrl = '', smtpUrl = '', from = '', now = '', io = ''] = process.argv.slice(2);
const news = io ? { io: appIoSender({ url: io, token: 'key', timeoutMs: 10_000 }) } : {};
const database = createDatabase(databaseUrl);
await sendDueMails(database, smtpTransport(smtpUrl, from), now, news);
await database.close();
