/** An address that asked to be told of the news of a notice. */
export type NoticeFollowersTable = {
	id: string;
	notice_id: string;
	email: string;
	locale: string;
	/** By the clock of the machine, as the life of the link is. */
	asked_at: string;
	/** When the owner of the address said yes; null before. */
	confirmed_at: string | null;
	/** The instant of the last news that this address was told of, or that was there when its owner said yes. */
	told_up_to: string | null;
};
