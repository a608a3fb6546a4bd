/** The symbols of the providers' own guides. */
export const providerMarks: Record<string, string> = {
  kakao:
    'M12 3.2C6.7 3.2 2.4 6.6 2.4 10.8c0 2.7 1.8 5.1 4.5 6.4l-.9 3.4c-.1.3.2.5.5.4l4-2.7c.5.1 1 .1 1.5.1 5.3 0 9.6-3.4 9.6-7.6S17.3 3.2 12 3.2Z',
  naver: 'M15 12.4 9.4 4.5H4.5v15h5.1v-7.9l5.6 7.9h4.8v-15H15v7.9Z',
}
