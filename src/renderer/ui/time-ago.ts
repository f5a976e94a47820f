export { timeAgo } from '#shared/time-ago.ts';
