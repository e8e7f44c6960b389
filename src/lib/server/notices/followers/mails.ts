import type { NoticeNews } from '$lib/domain/notice/news';
import { m } from '$lib/paraglide/messages';
import { localizeHref, type Locale } from '$lib/paraglide/runtime';
import { config } from '$lib/server/config';
import type { Notice } from '$lib/server/notices/notices/notice';
import type { Mail } from '$lib/server/platform/mail/enqueue';
import { formatDeadline } from '$lib/words/format';
import { followLink } from './link';

export type Follower = { readonly id: string; readonly email: string; readonly locale: Locale };

const address = (path: string, locale: Locale) => config().origin + localizeHref(path, { locale });

/** Asks for the yes. Whoever typed the address may not be its owner, so the mail says what to do then: nothing. */
export function askedMail({ id, email, locale }: Follower, notice: string): Mail {
	const link = address(`/follow/${followLink(id)}`, locale);
	return {
		to: email,
		locale,
		subject: m.follow_mail_ask_subject({ notice }, { locale }),
		text: m.follow_mail_ask_text({ notice, link }, { locale })
	};
}

type Titled = Pick<Notice, 'id' | 'title' | 'closesAt'>;

/** The news of one notice, in one mail, with the way to stop. */
export function newsMail({ id, email, locale }: Follower, notice: Titled, news: readonly NoticeNews[]): Mail {
	const title = notice.title[locale];
	const words = {
		notice: title,
		news: news.map((one) => `- ${sentenceOf(one, notice, locale)}`).join('\n'),
		page: address(`/notices/${notice.id}`, locale),
		stop: address(`/follow/${followLink(id)}`, locale)
	};
	return {
		to: email,
		locale,
		subject: m.follow_mail_news_subject({ notice: title }, { locale }),
		text: m.follow_mail_news_text(words, { locale })
	};
}

function sentenceOf(news: NoticeNews, { id, closesAt }: Titled, locale: Locale): string {
	const deadline = formatDeadline(closesAt, locale);
	switch (news.kind) {
		case 'opened':
			return m.follow_news_opened({ deadline }, { locale });
		case 'closing':
			return m.follow_news_closing({ deadline }, { locale });
		case 'extension':
			return m.follow_news_extension({ deadline }, { locale });
		case 'texts':
			return m.follow_news_texts({}, { locale });
		case 'ranking': {
			const link = address(`/rankings/${id}/${news.version}`, locale);
			const text = news.final ? m.follow_news_final : m.follow_news_ranking;
			return text({ link }, { locale });
		}
	}
}
