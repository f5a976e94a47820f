/** Says that the system starts Tidegate at login: nothing is to be shown. */
export const hiddenOption = '--hidden';
