import { changeStaffPassword, staffPasswordMin } from '@dhakacart/contract/console-session.schema.ts'
import { useWrite } from '../../api/use-write.ts'
import { Panel } from '../../components/facts.tsx'
import { FormView, useForm } from '../../components/form.tsx'
import { TextField } from '../../components/text-fields.tsx'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words.ts'

const empty = { password: '', newPassword: '' }

export function PasswordForm() {
  const { texts, digits } = useWords()
  const { account, signIn } = texts
  const me = useMe()
  const least = digits(String(staffPasswordMin))
  const change = useWrite(changeStaffPassword, {
    done: account.passwordDone,
    isQuiet: true,
    refreshes: ['/api/console/sessions'],
    onDone: () => form.reset(empty),
  })
  const form = useForm({
    initial: empty,
    mayBeLeft: true,
    validate: ({ password, newPassword }) => ({
      password: password === '' ? signIn.passwordMissing : undefined,
      newPassword: newPassword.length < staffPasswordMin ? signIn.passwordShort(least) : undefined,
    }),
    submit: (values) => change.run({ body: values }),
  })
  return (
    <Panel title={account.passwordTitle}>
      <FormView form={form} action={account.passwordTitle} problem={change.error}>
        {/* Password managers want to know whose password it is. */}
        <input type="email" autoComplete="username" value={me.email} readOnly hidden />
        <TextField
          label={account.current}
          type="password"
          autoComplete="current-password"
          {...form.field('password')}
        />
        <TextField
          label={signIn.newPassword}
          help={signIn.passwordHelp(least)}
          type="password"
          autoComplete="new-password"
          {...form.field('newPassword')}
        />
      </FormView>
    </Panel>
  )
}
