import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'
import prettier from 'eslint-config-prettier/flat'
import pluginVue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'

export default defineConfigWithVueTs(
  { ignores: ['dist/**', 'screens/**'] },
  pluginVue.configs['flat/recommended'],
  accessibility.configs['flat/recommended'],
  vueTsConfigs.strict,
  {
    files: ['**/*.{ts,vue}'],
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'vue/multi-word-component-names': ['error', { ignores: ['App'] }],
      'vue/no-v-html': 'error',
      'vue/require-default-prop': 'off',
      // Labels point to their field by id; the field sits in a slot where this rule cannot see it.
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      // Captions of a live conversation do not exist; the tracks of a call carry none.
      'vuejs-accessibility/media-has-caption': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@/features/*/*'],
              message: "Other features are used through '@/features/<noun>' only.",
            },
            { group: ['@/ui/*', '@/http/*', '@/problems/*'], message: 'Used through its index only.' },
          ],
        },
      ],
    },
  },
  {
    // The route table names pages; nothing else reaches into a feature.
    files: ['src/app/router.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    // A composable is one function around its state, a specification one around its sentences.
    files: ['src/**/use*.ts', 'src/**/*.spec.ts'],
    rules: { 'max-lines-per-function': 'off', 'max-lines': ['error', { max: 280, skipBlankLines: true }] },
  },
  {
    files: ['src/{ui,http,problems,locales}/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@/features/**', '@/app/**'], message: 'Leaves know no feature.' }] },
      ],
    },
  },
  prettier,
)
