export const mailbox = {
  title: 'Mailbox',
  text: 'The SMS and e-mails this shop has sent. On a laptop nothing leaves the machine; everything lands here, newest first.',
  empty: 'Nothing has been sent yet. Place an order and look again.',
  sms: 'SMS',
  email: 'E-mail',
  to: (recipient: string) => `to ${recipient}`,
  reload: 'Look again',
  follow: 'Look again every 5 seconds',
  stopFollowing: 'Stop looking again by itself',
  older: 'Older messages',
  newest: 'Newest messages',
}
