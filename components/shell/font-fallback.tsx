'use client'

import { useEffect } from 'react'

/**
 * Machines without a Chinese font draw every character as the same empty box. Only for them the web font is
 * fetched (its rules alone are 100 kB), in the subsets the page needs.
 */
export function FontFallback() {
  useEffect(() => {
    if (!drawsChinese()) void import('@fontsource-variable/noto-sans-sc')
  }, [])
  return null
}

function drawsChinese(): boolean {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 24
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) return true
  const drawn = ['技', '市'].map((character) => {
    pen.clearRect(0, 0, 24, 24)
    pen.font = '20px sans-serif'
    pen.fillText(character, 2, 20)
    return pen.getImageData(0, 0, 24, 24).data.join()
  })
  return drawn[0] !== drawn[1]
}
