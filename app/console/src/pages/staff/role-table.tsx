import { permissions, permissionsOf, staffRoles } from '@dhakacart/contract/staff-permissions.ts'
import { useWords } from '../../words.ts'

/** The one table of who may do what, as the contract has it. */
export function RoleTable() {
  const { texts } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls sideways, for which the keyboard has to reach it.
    <section className="role-table" aria-label={texts.staff.rolesTitle} tabIndex={0}>
      <table aria-label={texts.staff.rolesTitle}>
        <thead>
          <tr>
            <th scope="col">{texts.staff.right}</th>
            {staffRoles.map((role) => (
              <th key={role} scope="col">
                {texts.roles[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissions.map((permission) => (
            <tr key={permission}>
              <th scope="row">{texts.rights[permission]}</th>
              {staffRoles.map((role) => (
                <td key={role}>
                  {permissionsOf[role].includes(permission) ? (
                    <span role="img" aria-label={texts.staff.may}>
                      ●
                    </span>
                  ) : (
                    <span role="img" aria-label={texts.staff.mayNot} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
