import { memory } from '../deployed/stack.ts'
import { Person, type ProviderName, test } from '../people.ts'

const PEOPLE: [string, ProviderName][] = [
  ['서연', '카카오'],
  ['도윤', '네이버'],
  ['민준', '카카오'],
  ['하은', '네이버'],
]

test('memory of each container while four people meet', async ({ browser }) => {
  test.setTimeout(300_000)
  const people: Person[] = []
  let link = ''
  for (const [name, provider] of PEOPLE) {
    const person = await Person.arrives(browser, name)
    if (link) await person.opens(link)
    await person.signsIn(provider)
    link ||= await person.makesARoom('넷의 방')
    await person.joins()
    people.push(person)
  }
  for (const it of people) await it.decodesFrom(PEOPLE.length - 1)
  console.log(`four people in a call:\n${memory()}`)
})
