import { counted } from './counted.ts'

export const account = {
  title: 'My account',
  role: 'Role',
  passwordTitle: 'Change the password',
  current: 'Present password',
  passwordDone: 'Your password is changed. Your other sessions have ended.',
  sessionsTitle: 'Where you are signed in',
  sessionsText: 'End what you do not know, then change the password.',
  device: 'Device',
  thisOne: 'this one',
  signedIn: 'Signed in',
  lastUsed: 'Last active',
  end: 'End',
  endNamed: (device: string) => `End the session on ${device}`,
  ended: 'The session has ended.',
  recoveryTitle: 'Recovery codes',
  recoveryLeft: (count: string) =>
    `${counted(count, 'code is', 'codes are')} left. Each signs you in once when the phone is lost.`,
  recoveryNew: 'Make new codes',
  recoveryFew: 'Only a few recovery codes are left. Make new ones under My account.',
  unknownDevice: 'unknown device',
}
