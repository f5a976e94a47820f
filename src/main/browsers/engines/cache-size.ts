/** A profile's cache on disk holds at most so many bytes: a browser's usual share of the disk, times hundreds, is too much. */
export const cacheBytes = 64 * 1024 * 1024;
