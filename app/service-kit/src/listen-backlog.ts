/**
 * Connections that may wait to be accepted: as many as Linux allows (net.core.somaxconn, 4,096 since 5.4). Node's 511 are full
 * within a second of a busy event loop in a rush; what comes then is dropped unsaid, and its visitor waits for up to half a
 * minute of TCP's repeats and a reset instead of being served or told that there are too many.
 */
export const listenBacklog = 4_096
