import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomOf } from '../plan/random.ts'
import { Agenda } from './agenda.ts'

test('what is due is taken out in the order of its time, and nothing before', () => {
  const agenda = new Agenda<number>()
  const random = randomOf(7, 1)
  const times = Array.from({ length: 500 }, () => Math.floor(random() * 1_000))
  for (const time of times) agenda.add(time, time)
  const taken: number[] = []
  for (let due = agenda.takeDue(499); due !== null; due = agenda.takeDue(499)) taken.push(due.item)
  assert.deepEqual(
    taken,
    times.filter((time) => time <= 499).toSorted((a, b) => a - b),
  )
  assert.equal(agenda.size, times.length - taken.length)
  agenda.add(3, 3)
  assert.equal(agenda.takeDue(3)?.item, 3)
})
